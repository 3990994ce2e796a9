// The harness waits for a background before it calls an extension loaded.
