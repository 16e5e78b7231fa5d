"""WhatsApp through Twilio: one number, spoken to by REST, heard through signed webhooks."""
