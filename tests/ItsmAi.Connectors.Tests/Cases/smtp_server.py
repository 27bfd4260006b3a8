"""A mail server of Python's own: takes mail, parses it and prints it as one line of JSON. Its arguments are the answers
to the first mails, such as "451 busy"; then it takes everything."""
import asyncore
import json
import smtpd
import sys
from email import message_from_bytes, policy

answers = sys.argv[1:]


class Server(smtpd.SMTPServer):
    def process_message(self, peer, mailfrom, rcpttos, data, **kwargs):
        mail = message_from_bytes(data, policy=policy.default)
        print(json.dumps({
            "sender": mailfrom, "recipients": rcpttos, "subject": mail["Subject"], "id": mail["Message-ID"],
            "headers": sorted(mail.keys()), "body": mail.get_content(),
        }), flush=True)
        return answers.pop(0) if answers else None


server = Server(("127.0.0.1", 0), None)
print(server.socket.getsockname()[1], flush=True)
asyncore.loop()
