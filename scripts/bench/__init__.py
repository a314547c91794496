"""Measurements that the project keeps; no part of the edition, and no test."""
