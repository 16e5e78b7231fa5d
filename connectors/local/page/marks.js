/** How far this person has read in each place, kept by the browser. */
export class Marks {
  constructor(me) {
    this.key = `passerelle-read-${me}`;
    this.kept = read(this.key);
  }

  /** After a demonstration is reset, numbers start again: the first message tells one life from the next. */
  begin(first) {
    const life = first ? `${first.n} ${first.at}` : "";
    if (this.kept.life !== life) this.kept = { life, places: {} };
  }

  of(place) {
    return this.kept.places[place];
  }

  /** True when that is further than before. */
  set(place, n) {
    if ((this.kept.places[place] ?? -1) >= n) return false;
    this.kept.places[place] = n;
    write(this.key, this.kept);
    return true;
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? { places: {} };
  } catch {
    return { places: {} };
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the marks live as long as the page.
  }
}
