"""API Gateway's rules: REST and HTTP APIs. Calling a deployed stage is the gateway's."""
