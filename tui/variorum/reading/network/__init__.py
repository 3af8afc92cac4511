"""Addresses → bytes: what may be fetched, one request, redirects and robots, the cache, web archives."""
