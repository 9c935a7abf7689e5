import type { Language } from '../domain/language.ts';
import { currentRequest } from '../platform/request-scope.ts';

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

/**
 * The language of the request that is being answered, for what is refused where no context is at hand: of the staff member who asks only
 * from when they are known, so not for a document that cannot be read.
 */
export function currentLanguage(): Language {
  const request = currentRequest();
  return requestLanguage(request?.acceptLanguage, request?.preferredLanguage ?? 'EN');
}
