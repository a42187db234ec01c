"""IAM's rules."""
