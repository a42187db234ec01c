"""S3's rules."""
