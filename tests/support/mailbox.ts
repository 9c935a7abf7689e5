import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A message that has come in: the addresses of its SMTP envelope, and what it says. */
export type ReceivedMail = Email & { envelope: { from: string; to: string[] } };

/** An SMTP server of the test's own, with the messages it has received. */
export type Mailbox = {
  /** What to set SMTP_URL to. */
  smtpUrl: string;
  /** In the order they came. */
  messages: ReceivedMail[];
  /**
   * The first message that is wanted, come already or still to come.
   * @throws when there is none within `seconds`.
   */
  waitForMail(wanted: (mail: ReceivedMail) => boolean, seconds?: number): Promise<ReceivedMail>;
  stop(): Promise<void>;
};

/** How a {@link Mailbox} treats what comes in. */
export type MailboxOptions = {
  /** Called before a message is accepted; an error it throws, with its `responseCode`, is the server's answer. */
  receive?: (mail: ReceivedMail) => Promise<void> | void;
};

/** Starts an SMTP server on loopback that accepts every message, unless told otherwise, to be read by the test. */
export async function startMailbox({ receive }: MailboxOptions = {}): Promise<Mailbox> {
  const messages: ReceivedMail[] = [];
  const arrivals = new EventEmitter();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData(stream, { envelope }, answer) {
      buffer(stream)
        .then((source) => PostalMime.parse(source))
        .then(async (email) => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const mail = { ...email, envelope: { from, to: envelope.rcptTo.map(({ address }) => address) } };
          await receive?.(mail);
          messages.push(mail);
          arrivals.emit('mail');
          answer();
        })
        .catch(answer);
    },
  });
  // A connection that breaks off is the sender's affair.
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');

  return {
    smtpUrl: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    messages,
    async waitForMail(wanted, seconds = 15) {
      const signal = AbortSignal.timeout(seconds * 1_000);
      for (;;) {
        const found = messages.find(wanted);
        if (found !== undefined) return found;
        await once(arrivals, 'mail', { signal }).catch(() => {
          throw new Error(`No such mail within ${seconds} s, but ${messages.length} others`);
        });
      }
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
