import { wordsAfterNames } from './ordinary-words.ts';
import { isAllCapitals, isCapitalized, type Token } from './read-tokens.ts';

const months = /^(?:april|may|june|august|march|avril|mai|juin|aout|mars)$/;
const beforeMonths =
  /^(?:in|of|since|until|till|by|from|to|through|between|and|next|last|this|early|mid|late|before|after|on|en|de|depuis|jusqu|des|fin|debut|mi|au|ce)$/;
const beforeThings =
  /^(?:the|an?|this|that|our|your|their|his|her|my|le|la|les|l|un|une|ce|cet|cette|notre|votre|leur|son|sa|new)$/;
const titles = /^(?:mr|mrs|ms|mx|dr|mme|mlle|m)$/;
const beforeNames =
  /^(?:mr|mrs|ms|miss|mx|dr|mme|mlle|m|madame|monsieur|client|cliente|re|about|for|with|and|et|pour|avec|dear|hi|hello|bonjour|cher|chere|refer|referring)$/;

/** Whether an ordinary word is written as a name: with a capital that nothing else explains. */
export function looksLikeName(
  tokens: readonly Token[],
  { first, last }: { first: number; last: number },
): boolean {
  const word = tokens[first];
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (word === undefined || !isCapitalized(word)) return false;
  if (isAllCapitals(word) && [before, after].some((token) => token !== undefined && isAllCapitals(token))) {
    return false;
  }
  if (beforeThings.test(before?.folded ?? '') || isMonth(word, before, after)) return false;
  if (isPartOfTitle(word, before, after)) return false;
  return !opensSentence(tokens, first) || isSubject(word, after);
}

function isMonth(word: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (!months.test(word.folded)) return false;
  return after?.kind === 'number' || before?.kind === 'number' || beforeMonths.test(before?.folded ?? '');
}

/** Other words in capitals beside it: "Grace Church", "Green Hill Park". */
function isPartOfTitle(word: Token, before: Token | undefined, after: Token | undefined): boolean {
  const goesOnInCapitals = after?.kind === 'word' && after.gap === 'space' && isCapitalized(after);
  const beganInCapitals = before?.kind === 'word' && word.gap === 'space' && isCapitalized(before);
  return goesOnInCapitals || (beganInCapitals && !beforeNames.test(before.folded));
}

/** At the beginning of a text or line, or after a mark that ends a sentence; not after the dot of "Ms." */
export function opensSentence(tokens: readonly Token[], first: number): boolean {
  const word = tokens[first];
  const before = tokens[first - 1];
  if (before === undefined || word?.gap === 'line' || word?.gap === 'paragraph') return true;
  if (before.folded === '.' && titles.test(tokens[first - 2]?.folded ?? '')) return false;
  return before.kind === 'mark' && /^[.!?:•*-]$/.test(before.folded);
}

/** "Grace is …", "Grace’s …", "Grace, who …"; but "May, June and July". */
function isSubject(word: Token, after: Token | undefined): boolean {
  if (after?.kind === 'word') return wordsAfterNames.has(after.folded);
  return after?.folded === "'" || (after?.folded === ',' && !months.test(word.folded));
}

/** Whether a form of address stands right before it: "Mrs. Le". */
export function followsTitle(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.folded === '.' ? tokens[first - 2] : tokens[first - 1];
  return titles.test(before?.folded ?? '') || /^(?:madame|monsieur|miss)$/.test(before?.folded ?? '');
}
