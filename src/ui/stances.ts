import type { Basis, Stance } from '../dataset/types.js';

/** A shape for each stance, so that none is told by colour alone. */
export const STANCES: Record<Stance, string> = {
  supports: '+',
  disputes: '−',
  qualifies: '±',
  reports: '“',
};

/** A sign for each thing that a position can rest on, in order of evidence. */
export const BASES: Record<Basis, string> = {
  document: '▤',
  eyewitness: '◉',
  hearsay: '≈',
  scholarship: '§',
  journalism: '¶',
  inference: '∴',
  tertiary: '‡',
  unsourced: '∅',
};
