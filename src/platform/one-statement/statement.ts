/** That a query asks for something that {@link oneStatement} does not know how to say. */
export class NotCovered extends Error {}

/** A statement in the making: its text is put together by its parts, its values are kept here. */
export class Statement {
  readonly values: unknown[] = [];
  #aliases = 0;

  /** A value's place in the text. */
  value(value: string | number | boolean | Date | readonly unknown[]): string {
    this.values.push(value instanceof Date ? value.toISOString() : value);
    return `$${this.values.length}`;
  }

  /** A name for a row, which no other has. */
  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }
}
