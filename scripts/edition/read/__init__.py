"""Bytes to typed values: the witness as lines with places, the YAML files as models with places."""
