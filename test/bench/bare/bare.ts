import { Dexie, liveQuery, type Table } from 'dexie';
import { html, LitElement } from 'lit';

/** The limit of a cold start: the same libraries, one table, one element, nothing else. */
const db = new Dexie('bare') as Dexie & { meters: Table<{ id: number; serial: string }> };
db.version(1).stores({ meters: 'id' });

class BareMeters extends LitElement {
  static override properties = { meters: { state: true } };
  declare meters: { id: number; serial: string }[];

  constructor() {
    super();
    this.meters = [];
    liveQuery(() => db.meters.toArray()).subscribe((meters) => {
      this.meters = meters;
    });
  }

  override render() {
    return html`<ul>
      ${this.meters.map((meter) => html`<li>${meter.serial}</li>`)}
    </ul>`;
  }
}
customElements.define('bare-meters', BareMeters);

if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
void db.meters.bulkPut([
  { id: 1, serial: '12765948' },
  { id: 2, serial: '59537062' },
]);
