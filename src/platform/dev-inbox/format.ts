import type { MailAddress } from '../embedded/mail.ts';

const TIME = new Intl.DateTimeFormat('en-CA', { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

/** A moment in words, in the time zone of this machine, which in development is the reader's. */
export function formatTime(time: Date): string {
  return TIME.format(time);
}

/** Addresses in words: `Rosa Diaz <rosa@example.org>, …`. */
export function formatAddresses(addresses: MailAddress[]): string {
  return addresses.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
}

/** A size in words; `bytes` is the number of bytes. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
