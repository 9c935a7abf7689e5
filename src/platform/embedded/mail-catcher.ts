import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type Inbox, openInbox } from './inbox.ts';

const LARGEST_MESSAGE = 30 * 1024 * 1024;

/** An SMTP server that accepts every message and delivers none. */
export type MailCatcher = {
  /** Where to send mail to, for nodemailer. */
  smtpUrl: string;
  inbox: Inbox;
  /** Stops accepting mail; connections still open have a second to finish. */
  stop: () => Promise<void>;
};

/**
 * Starts an SMTP server on 127.0.0.1, without sign-in or encryption, on any free port. A message is accepted (250) only
 * once it is safe on the disk, so what was accepted is found again at the next start.
 * @param options.directory the data directory; messages go to `inbox` in it.
 * @param options.keep how many messages to keep; the oldest go first.
 */
export async function startMailCatcher(options: { directory: string; keep?: number }): Promise<MailCatcher> {
  const inbox = await openInbox(join(options.directory, 'inbox'), options.keep ?? 500);
  const server = new SMTPServer({
    name: 'localhost',
    banner: 'Handoff mail catcher',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MESSAGE,
    closeTimeout: 1000,
    logger: false,
    onData: (stream, _session, answer) => {
      buffer(stream).then(
        async (message) => {
          if (stream.sizeExceeded) return answer(refusal(552, 'Message is too large'));
          try {
            await inbox.add(message);
            answer();
          } catch {
            answer(refusal(451, 'Message could not be kept, try again later'));
          }
        },
        () => answer(refusal(451, 'Message was cut off')),
      );
    },
  });
  // A client that goes away in the middle is no trouble of ours.
  server.on('error', () => {});
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    smtpUrl: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    inbox,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
