"""API Gateway's rules: REST APIs. Calling a deployed stage is the gateway's."""
