/** Longer than any search makes sense; the rest is left out. */
const longest = 200;

/** What a user typed into a search, without control characters and spaces around it. */
export function typedSearch(search: string): string {
  return search
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longest);
}

/** The text for `contains` and `startsWith`, which would take % and _ for wildcards. */
export function withoutWildcards(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
