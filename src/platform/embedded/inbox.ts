import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeMail, type Mail, type MailSummary } from './mail.ts';
import { writeFileDurably } from './write-file-durably.ts';

const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{12}$/;
const SUFFIX = '.eml';

/** The messages caught so far, kept as one .eml file each. */
export type Inbox = {
  /** All messages, newest first. */
  list: () => Promise<MailSummary[]>;
  /** One message, decoded; null for an id that no message has. */
  get: (id: string) => Promise<Mail | null>;
  /** One message as it was received; null for an id that no message has. */
  raw: (id: string) => Promise<Buffer | null>;
};

/** An inbox that takes messages in. */
export type WritableInbox = Inbox & {
  /** Keeps a message; resolves with its id once it is safe on the disk. */
  add: (message: Uint8Array) => Promise<string>;
};

/**
 * Opens the inbox kept in a directory, which is made if need be.
 * @param directory where the .eml files are.
 * @param keep how many messages to keep; the oldest go first.
 */
export async function openInbox(directory: string, keep: number): Promise<WritableInbox> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const summaries = new Map<string, MailSummary>();
  let lastTime = 0;

  /** Sorts by time, also within a millisecond, and cannot be guessed. */
  function newId(): string {
    lastTime = Math.max(Date.now(), lastTime + 1);
    const time = new Date(lastTime).toISOString().replaceAll(/[-:.]/g, '');
    return `${time}-${randomBytes(6).toString('hex')}`;
  }

  async function ids(): Promise<string[]> {
    const names = (await readdir(directory)).filter((name) => name.endsWith(SUFFIX));
    const found = names.map((name) => name.slice(0, -SUFFIX.length)).filter((id) => ID.test(id));
    return found.sort().reverse();
  }

  async function raw(id: string): Promise<Buffer | null> {
    // Only an id of our own making becomes part of a path.
    if (!ID.test(id)) return null;
    return readFile(join(directory, id + SUFFIX)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  async function get(id: string): Promise<Mail | null> {
    const message = await raw(id);
    return message === null ? null : decodeMail(id, receivedAt(id), message);
  }

  async function summarize(id: string): Promise<MailSummary | null> {
    const known = summaries.get(id);
    if (known !== undefined) return known;
    const mail = await get(id);
    if (mail === null) return null;
    const { receivedAt, from, to, subject, hasAttachments } = mail;
    const summary = { id, receivedAt, from, to, subject, hasAttachments };
    summaries.set(id, summary);
    return summary;
  }

  async function list(): Promise<MailSummary[]> {
    const found: MailSummary[] = [];
    for (const id of await ids()) {
      const summary = await summarize(id);
      if (summary !== null) found.push(summary);
    }
    return found;
  }

  async function add(message: Uint8Array): Promise<string> {
    const id = newId();
    await writeFileDurably(join(directory, id + SUFFIX), message);
    for (const old of (await ids()).slice(keep)) {
      await rm(join(directory, old + SUFFIX), { force: true });
      summaries.delete(old);
    }
    return id;
  }

  return { list, get, raw, add };
}

function receivedAt(id: string): Date {
  return new Date(id.replace(ID, '$1-$2-$3T$4:$5:$6.$7Z'));
}
