import { createHash } from 'node:crypto';
import { type Client, signIn } from '../../demo/client.ts';
import type { LetterDetailsFragment } from '../../demo/generated/graphql.ts';
import { letterQuery } from '../../demo/operations.ts';
import { readPdf } from '../documents/letter/read-pdf.ts';
import { type Mailbox, type MailboxOptions, type ReceivedMail, startMailbox } from '../support/mailbox.ts';
import { type Service, startService } from '../support/service.ts';

/** The running service, the mail server it sends to, and the people of the story, all seen from outside. */
export type Story = {
  service: Service;
  mailbox: Mailbox;
  /** A case manager of North Shore Employment Services. */
  north: Client;
  /** Two case managers of South Shore Works Association. */
  south: Client;
  south2: Client;
  /** A case manager of Annapolis Valley Career Centre. */
  valley: Client;
  /** An administrator of Employment Nova Scotia. */
  ens: Client;
  end(): Promise<void>;
};

/** Starts mail server and service, and signs everybody in. */
export async function startStory(options: MailboxOptions = {}): Promise<Story> {
  const mailbox = await startMailbox(options);
  const service = await startService({ SMTP_URL: mailbox.smtpUrl });
  const person = (username: string) => signIn(service.url, username);
  const people = {
    north: await person('north.manager'),
    south: await person('south.manager'),
    south2: await person('south.manager2'),
    valley: await person('valley.manager'),
    ens: await person('ens.admin'),
  };
  return {
    service,
    mailbox,
    ...people,
    async end() {
      for (const client of Object.values(people)) await client.close();
      await service.remove();
      await mailbox.stop();
    },
  };
}

/** The Preview of a referral, or null where there is none. */
export async function previewOf(client: Client, referralId: string): Promise<LetterDetailsFragment | null> {
  const { node } = await client.request(letterQuery, { referralId });
  return node?.__typename === 'Referral' ? node.letter : null;
}

/** Opens a preview's link, without a token. */
export async function fetchLetter({ url }: LetterDetailsFragment): Promise<Uint8Array> {
  const response = await fetch(url);
  if (response.headers.get('content-type') !== 'application/pdf') throw new Error('The link gives no PDF');
  return await response.bytes();
}

/** The one attachment of an email. */
export function attachmentOf(mail: ReceivedMail) {
  const [attachment, ...others] = mail.attachments;
  if (attachment === undefined || others.length > 0) throw new Error('Not exactly one attachment');
  return { ...attachment, content: new Uint8Array(attachment.content as ArrayBuffer) };
}

/** What a PDF says, its lines joined. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const { pages } = await readPdf(pdf);
  return pages.join(' ').replaceAll(/\s+/g, ' ');
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Today where the program is, YYYY-MM-DD. */
export function programToday(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Halifax' }).format(new Date());
}
