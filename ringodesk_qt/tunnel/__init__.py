"""What makes the receiver reachable: ngrok, or a public URL of the user's own."""
