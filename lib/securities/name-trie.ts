/**
 * All names in one tree of characters. What is asked for is the longest name at each place, so a walk from each place
 * does what the failure links of Aho–Corasick would, and can say of a name that is refused which shorter one is next.
 * The tree is one hash table in typed arrays: (node, character) → node.
 */
export class NameTrie {
  private readonly nodeOf: Int32Array;
  private readonly charOf: Uint16Array;
  private readonly next: Int32Array;
  /** Number of the name that ends at a node, or -1. */
  private readonly ends: Int32Array;
  /** Whether any name begins with a character: most places of a text end here. */
  private readonly begins = new Uint8Array(65_536);
  private readonly mask: number;

  /** @param names the number of a name is its place in this list */
  constructor(names: readonly string[]) {
    const total = names.reduce((sum, { length }) => sum + length, 1);
    let size = 1024;
    while (size < total * 2) size *= 2;
    this.mask = size - 1;
    this.nodeOf = new Int32Array(size).fill(-1);
    this.charOf = new Uint16Array(size);
    this.next = new Int32Array(size);
    this.ends = new Int32Array(total).fill(-1);
    let nodes = 1;
    for (const [number, name] of names.entries()) {
      let node = 0;
      for (let at = 0; at < name.length; at++) {
        const char = name.charCodeAt(at);
        const slot = this.slot(node, char);
        if (this.nodeOf[slot] === -1) {
          this.nodeOf[slot] = node;
          this.charOf[slot] = char;
          this.next[slot] = nodes++;
        }
        node = this.next[slot]!;
      }
      if (node === 0) continue;
      this.ends[node] = number;
      this.begins[name.charCodeAt(0)] = 1;
    }
  }

  private slot(node: number, char: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    while (this.nodeOf[slot] !== -1 && (this.nodeOf[slot] !== node || this.charOf[slot] !== char))
      slot = (slot + 1) & this.mask;
    return slot;
  }

  /** Numbers of the names that stand at this place, the longest first; null for none. */
  at(text: string, from: number): number[] | null {
    if (this.begins[text.charCodeAt(from)] === 0) return null;
    let found: number[] | null = null;
    let node = 0;
    for (let at = from; at < text.length; at++) {
      const slot = this.slot(node, text.charCodeAt(at));
      if (this.nodeOf[slot] === -1) break;
      node = this.next[slot]!;
      const number = this.ends[node]!;
      if (number === -1) continue;
      if (found) found.unshift(number);
      else found = [number];
    }
    return found;
  }
}
