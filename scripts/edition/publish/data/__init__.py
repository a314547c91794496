"""What machines read: data files, search sets, panels."""
