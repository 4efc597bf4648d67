"""Builds, starts and measures the gateway and its peers."""
