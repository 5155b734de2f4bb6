"""What the Python package costs against the command."""
