/** So many bytes give an encoded word of less than 75 characters, the most there may be (RFC 2047). */
const longestPart = 45;

/**
 * The Subject header, for nodemailer. A subject that holds what reads like an encoded word ("=?utf-8?q?=41?=") is encoded
 * throughout: nodemailer takes such a word for its own, and readers would decode what was entered (R21).
 */
export function subjectHeader(subject: string): string | { prepared: true; value: string } {
  if (!subject.includes('=?')) return subject;
  const parts: string[] = [''];
  for (const character of subject) {
    const grown = `${parts.at(-1)}${character}`;
    if (Buffer.byteLength(grown) <= longestPart) parts[parts.length - 1] = grown;
    else parts.push(character);
  }
  const words = parts.map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`);
  return { prepared: true, value: words.join('\r\n ') };
}
