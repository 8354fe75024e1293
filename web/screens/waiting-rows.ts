import { html } from 'lit';
import type { EpochMs } from '../../shared/instant.ts';
import type { Meter } from '../../shared/meter.ts';
import type { ReadingEntry } from '../store/views.ts';
import { entryState } from './badge-state.ts';
import '../elements/reading-row.ts';

/** Readings that the office decides, or has decided, about: their values, since when, and why. */
export const waitingRows = (heading: unknown, meter: Meter, entries: readonly ReadingEntry[], now: EpochMs) =>
  entries.map(
    (entry) =>
      html`<reading-row
        .heading=${heading}
        .meter=${meter}
        .values=${entry.values}
        .state=${entryState(entry)}
        .problems=${entry.problems}
        .source=${entry.source}
        .reason=${entry.reason}
        ?adjustment=${entry.adjustment}
        .now=${now}
      ></reading-row>`,
  );
