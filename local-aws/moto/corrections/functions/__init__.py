"""Lambda's rules: the control plane. Invoking is the gateway's."""
