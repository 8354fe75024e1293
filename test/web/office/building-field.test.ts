import { expect } from 'chai';
import { html } from 'lit';
import type { BuildingField } from '../../../web/office/elements/building-field.ts';
import { Stage, until } from '../support/mount.ts';
import '../../../web/office/elements/building-field.ts';

const buildings = ['Cietokšņa iela 48', 'Rīgas iela 1', 'Rīgas iela 10'];

describe('the field for a building', () => {
  let stage: Stage;
  let changes: (string | null)[];
  afterEach(() => stage.close());

  async function open(find = async (text: string) => buildings.filter((name) => name.startsWith(text))): Promise<void> {
    changes = [];
    const onChange = ({ target }: Event) => changes.push((target as BuildingField).value);
    stage = await Stage.open(
      html`<building-field label="Building" .find=${find} @change=${onChange}></building-field>`,
      {
        areas: ['office'],
      },
    );
  }

  function type(text: string): void {
    const input = stage.find<HTMLInputElement>('#building');
    input.value = text;
    for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  it('asks to choose where several fit, and says where there is none', async () => {
    await open();
    type('Rīgas');
    await stage.shows('Several buildings fit. Choose one from the list.');
    expect(changes).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
    type('Brīvības');
    await stage.shows('There is no such building.');
    expect(changes).to.deep.equal(['Brīvības']);
  });

  it('takes a part of a name that is one building’s, a whole name, and nothing', async () => {
    await open();
    type('Cie');
    await until(() => changes.length === 1);
    expect(stage.find<HTMLInputElement>('#building').value).to.equal('Cietokšņa iela 48');
    type('Rīgas iela 1');
    await until(() => changes.length === 2);
    type('');
    await until(() => changes.length === 3);
    expect(changes).to.deep.equal(['Cietokšņa iela 48', 'Rīgas iela 1', null]);
    expect(stage.text).not.to.contain('Choose one');
  });

  it('leaves what is typed to the form where nobody can be asked', async () => {
    await open(async () => {
      throw new Error('offline');
    });
    type('Rīgas');
    await until(() => changes.length === 1);
    expect(changes).to.deep.equal(['Rīgas']);
  });
});
