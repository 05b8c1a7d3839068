"""Where and as what something was done, told with the deed or by itself."""
