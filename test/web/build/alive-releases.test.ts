import { expect } from 'chai';
import { aliveReleases } from '../../../web/build/alive-releases.ts';

describe('the releases whose assets stay on the server', () => {
  const first = ['app-1.js', 'ru-1.js'];
  const second = ['app-2.js', 'ru-1.js'];
  const third = ['app-3.js', 'ru-3.js'];

  it('are those that were built, in their order', () => {
    expect(aliveReleases([], [], first)).to.deep.equal([first]);
    expect(aliveReleases([first], first, second)).to.deep.equal([first, second]);
    expect(aliveReleases([first, second], ['app-1.js', 'app-2.js', 'ru-1.js'], third)).to.deep.equal([
      first,
      second,
      third,
    ]);
  });

  it('are at most so many, the oldest go; a file of a younger one stays', () => {
    const alive = aliveReleases([first, second], ['app-1.js', 'app-2.js', 'ru-1.js'], third, 2);
    expect(alive).to.deep.equal([second, third]);
    expect(alive.flat()).to.include('ru-1.js').and.not.include('app-1.js');
    let many = [first];
    for (let build = 0; build < 100; build++)
      many = aliveReleases(many, many.flat(), [`app-${build}.js`]).map((one) => [...one]);
    expect(many).to.have.length(20);
    expect(many.at(-1)).to.deep.equal(['app-99.js']);
  });

  it('are not crowded out by building the same again, in whatever order its files are listed', () => {
    expect(aliveReleases([first, second], first, ['ru-1.js', 'app-2.js'], 2)).to.deep.equal([first, second]);
  });

  it('end with an older one when that is built again', () => {
    expect(aliveReleases([first, second], second, first)).to.deep.equal([second, first]);
  });

  it('have for the oldest what was found and nobody recorded', () => {
    expect(aliveReleases([second], ['ru-1.js', 'app-2.js', 'app-1.js'], third)).to.deep.equal([
      ['app-1.js'],
      second,
      third,
    ]);
    expect(aliveReleases([], ['ru-1.js', 'app-1.js'], first)).to.deep.equal([first]);
  });
});
