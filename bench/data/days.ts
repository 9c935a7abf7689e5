const day = 24 * 60 * 60 * 1000;

/** The day so many days after this one, as PostgreSQL reads it. */
export function dayAfter(today: Date, days: number): string {
  return new Date(today.getTime() + days * day).toISOString().slice(0, 10);
}

/** An instant on the day so many days after this one, the given second of it, as PostgreSQL reads it. */
export function instantAfter(today: Date, days: number, second: number): string {
  return new Date(today.getTime() + days * day + second * 1_000).toISOString();
}
