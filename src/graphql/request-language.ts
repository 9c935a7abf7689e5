import type { Language } from '../domain/language.ts';

/**
 * The language of a request: of English and French the one that Accept-Language ranks higher.
 * @param fallback where the header is missing or names neither.
 */
export function requestLanguage(header: string | null | undefined, fallback: Language): Language {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { range: range.trim(), quality: quality === undefined ? 1 : Number(quality.trim().slice(2)) };
    })
    .filter(({ range, quality }) => quality > 0 && /^(en|fr)(-|$)/.test(range))
    .sort((one, other) => other.quality - one.quality);
  const best = ranked[0];
  if (best === undefined) return fallback;
  return best.range.startsWith('fr') ? 'FR' : 'EN';
}
