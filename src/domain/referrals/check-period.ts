import { InvalidInput } from '../errors.ts';

const wrongPeriod = {
  EN: 'The period must end after it begins, in the years 2000 to 9999.',
  FR: 'La période doit se terminer après son début, entre les années 2000 et 9999.',
};

/**
 * Checks a period that somebody has asked about, from its first instant up to its last, not included; an end that is not
 * given is open.
 * @throws InvalidInput for a period that ends before it begins, or lies outside the years 2000 to 9999.
 */
export function checkPeriod({ from, to }: { from: Date | null; to: Date | null }): void {
  const outside = [from, to].some(
    (end) => end !== null && (end.getUTCFullYear() < 2000 || end.getUTCFullYear() > 9999),
  );
  if (outside || (from !== null && to !== null && from > to)) {
    throw new InvalidInput([{ field: 'from', text: wrongPeriod }]);
  }
}
