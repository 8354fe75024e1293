/** A part of a long list. `next` is what to ask for the following part with; null: there is none. */
export interface Page<T> {
  rows: T[];
  next: string | null;
}

/** Rows of a list that are asked for at once. */
export const rowsPerList = 50;
