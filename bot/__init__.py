"""The running application: settings, wiring, command line."""
