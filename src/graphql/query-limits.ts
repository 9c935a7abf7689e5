import { GraphQLError, type GraphQLOutputType, getNamedType, getNullableType, isListType } from 'graphql';
import type { Bilingual } from '../domain/language.ts';
import { currentLanguage } from './request-language.ts';

/** How much one operation may ask for. */
export const queryLimits = { depth: 14, breadth: 400, complexity: 50_000 };

/** How much a document may hold, whoever sends it: counted before it is validated, which takes the longer the more there is. */
export const documentLimits = {
  /** Words and signs. */
  tokens: 4_000,
  /** Other names for fields. */
  aliases: 100,
  /** Fields of one operation at its root, those of fragments included. */
  rootFields: 50,
  directives: 50,
  fragments: 50,
  /** Times that fragments are spread. */
  spreads: 200,
  /** Of one field in one selection. */
  repeats: 50,
  /** Fields after each fragment is put where it is spread. */
  expandedFields: 5_000,
  /** Levels of selections, fragments included. */
  levels: 30,
  /** Levels of lists and objects in values. */
  valueLevels: 20,
  /** Characters of a name. */
  nameLength: 128,
};

/** How many values the variables of an operation may hold, lists and objects among them; the largest caseload is 5,000 ids. */
export const mostValues = 6_000;

/** How many rows a page has where nothing is said, and at the most. */
export const pageSizes = { usual: 25, longest: 100 };

/** How many records a list that has no pages is counted as. */
export const usualList = 10;

type Field = { name: string; type: GraphQLOutputType };
type Spent = { depth: number; breadth: number; complexity: number };

/** Answers an operation that asks for more than {@link queryLimits}, before anything is read. */
export function queryTooLarge(kind: string, spent: Spent): GraphQLError {
  const limit = kind.toLowerCase() as keyof typeof queryLimits;
  return tooMuch(limit, spent[limit], queryLimits[limit]);
}

/** Answers what is above a limit: which one, what was asked for, how much there may be, and what to do. */
export function tooMuch(limit: string, cost: number, most: number): GraphQLError {
  const text: Bilingual = {
    EN: `The operation asks for too much at once (${limit} of ${cost}, at most ${most}). Ask for fewer fields, shorter pages, fewer levels, or in several operations.`,
    FR: `L’opération demande trop à la fois (${limit} : ${cost}, au plus ${most}). Demandez moins de champs, des pages plus courtes, moins de niveaux, ou en plusieurs opérations.`,
  };
  return new GraphQLError(text[currentLanguage()], {
    extensions: { code: 'QUERY_TOO_LARGE', limit, cost, most },
  });
}

/** What a field costs that does not say so itself: 1, and what is asked of its records as often as there may be records. */
export function fieldCost(
  args: Record<string, unknown>,
  _context: object,
  field: Field,
): { field: number; multiplier: number } {
  return { field: 1, multiplier: recordsOf(args, field) };
}

function recordsOf(args: Record<string, unknown>, { name, type }: Field): number {
  const typename = getNamedType(type).name;
  if (typename.endsWith('Connection')) return pageOf(args);
  if (!isListType(getNullableType(type))) return 1;
  if (Array.isArray(args.ids)) return args.ids.length;
  // The page has been counted where it was asked for.
  return typename.endsWith('Edge') || name === 'nodes' ? 1 : usualList;
}

function pageOf({ first, last }: Record<string, unknown>): number {
  const size = first ?? last ?? pageSizes.usual;
  return typeof size === 'number' ? Math.max(size, 1) : pageSizes.usual;
}
