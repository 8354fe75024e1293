/**
 * In rem, about: where letters are of another size than usual, a few parts more or fewer are built at once. To ask for the size
 * would make the browser lay out the page once more.
 */
export const screenHeight = (): number => innerHeight / 17;

/** A part of a table that is laid out as a block or a row of boxes: its role says what it still is. */
export function withRole<E extends HTMLElement>(part: E, role: string): E {
  part.role = role;
  return part;
}

/**
 * The place of parts that are not built yet, each so many rem high with a gap between two: what scrolls has its whole length
 * from the start.
 */
export class PlaceKept {
  readonly place: HTMLElement;
  readonly #height: number;
  readonly #gap: number;

  constructor(place: HTMLElement, height: number, gap = 0) {
    place.ariaHidden = 'true';
    place.className = 'rest';
    this.place = place;
    this.#height = height;
    this.#gap = gap;
  }

  for(parts: number): void {
    this.place.style.height = `${parts * (this.#height + this.#gap) - this.#gap}rem`;
  }
}
