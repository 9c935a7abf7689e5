/**
 * What changes of an account that is to be disabled, or let in again.
 * @param disabled null or left out leaves it as it is.
 * @param now when it is disabled; one that is already keeps its time.
 */
export function disabling(
  before: { disabledAt: Date | null },
  disabled: boolean | null | undefined,
  now: Date,
): { disabledAt?: Date | null } {
  if (typeof disabled !== 'boolean' || disabled === (before.disabledAt !== null)) return {};
  return { disabledAt: disabled ? now : null };
}
