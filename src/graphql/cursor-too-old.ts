import { GraphQLError } from 'graphql';
import type { Language } from '../domain/language.ts';

const text = {
  EN: 'What came after this cursor is no longer kept, or no event has it. Load what you show anew together with liveCursor, then subscribe after that.',
  FR: 'Ce qui a suivi ce curseur n’est plus conservé, ou aucun événement ne le porte. Rechargez ce que vous affichez avec liveCursor, puis abonnez-vous à partir de celui-ci.',
};

/** Answers a subscription after a cursor from which on it cannot be said that nothing is missing (B5). */
export function cursorTooOld(language: Language): GraphQLError {
  return new GraphQLError(text[language], { extensions: { code: 'CURSOR_TOO_OLD' } });
}
