"""Lines of the witness to units: what each line is, pages, emendations, the transcription, sentences."""
