import { type DocumentNode, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestContext } from '../context.ts';
import { perDocument } from '../per-document.ts';
import { type Rates, rateHeaders, rateLimited } from './rates.ts';

/** What takes more than reading some rows: a search through texts, a letter that is rendered, a file. */
const dear: Readonly<Record<string, number>> = {
  privacyFindings: 5,
  letter: 2,
  possibleDuplicatePeople: 3,
  auditTrail: 3,
  addReferralDocument: 10,
  transferCaseload: 10,
};

/** What each root field that writes takes; one that reads takes nothing beside the operation's own point. */
const write = 4;

/** How the headers of an answer over HTTP are told. */
export type ToldHeaders = { tell: (headers: Record<string, string>) => void };

/** A socket has none. */
type Told = RequestContext & { http?: ToldHeaders };

/** Refuses the operations of a staff member who has taken all that a minute has for them. */
export function limitRates(rates: Rates): Plugin<Told> {
  const check = (context: Told, document: DocumentNode) => {
    if (!context.signedIn) return null;
    const standing = rates.user.take(context.actor.staffId, pointsOf(document));
    context.http?.tell(rateHeaders('user', standing));
    return standing.allowed ? null : rateLimited(standing, context.language);
  };
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const refused = check(args.contextValue, args.document);
      if (refused !== null) setResultAndStopExecution({ errors: [refused] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const refused = check(args.contextValue, args.document);
      if (refused !== null) setResultAndStopExecution({ errors: [refused] });
    },
  };
}

/** What an operation takes of the minute's points. */
const pointsOf = perDocument((document) => {
  let points = 1;
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition' && definition.operation === 'mutation')
      points += write * definition.selectionSet.selections.length;
  }
  visit(document, {
    Field: ({ name }) => {
      points += dear[name.value] ?? 0;
    },
  });
  return points;
});
