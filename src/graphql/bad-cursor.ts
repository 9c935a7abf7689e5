import { GraphQLError } from 'graphql';
import type { Bilingual } from '../domain/language.ts';
import { currentLanguage } from './request-language.ts';

const text: Bilingual = {
  EN: 'This cursor is not of this list in this order, or its record is no longer in it: start again from the first page.',
  FR: 'Ce curseur n’est pas de cette liste dans cet ordre, ou son dossier n’y est plus : recommencez à la première page.',
};

/**
 * Answers a cursor after which no page can be given. It is the same whether the cursor was made up or its record went out of the list or
 * out of sight: it tells nothing of a record that one may not see.
 */
export function badCursor(extensions: object = {}): GraphQLError {
  return new GraphQLError(text[currentLanguage()], { extensions: { code: 'BAD_CURSOR', ...extensions } });
}
