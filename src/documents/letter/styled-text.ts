import type { TextStyle } from './text-style.ts';

/** A piece of text in one style. */
export type StyledText = { text: string; style: TextStyle };

/** Printable `text` in one style; nothing when there is no text. */
export function styled(text: string | null, style: TextStyle): StyledText[] {
  return text ? [{ text, style }] : [];
}

/** Puts each part that is not empty on a line of its own. */
export function rows(...parts: StyledText[][]): StyledText[] {
  return parts.flat().map(({ text, style }, index) => ({ text: index ? `\n${text}` : text, style }));
}
