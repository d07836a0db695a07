import type { NoteExtract, Side, Statement } from '../extract/note-extract.ts';

/** One act the story tells of one vessel, lobe or line, with the code that counts it. */
export interface ToldAct {
  readonly code: string;
  readonly units: number;
  /** Of paired targets; undefined where the code has no side or the story tells none. */
  readonly side: Side | undefined;
  /** HCPCS coronary modifiers: LC LD LM RC RI. */
  readonly vessel: string | undefined;
  /** Other modifiers that the act proves: 26 for a picture read by the operator. */
  readonly modifiers: readonly string[];
  /** The statement that tells it. */
  readonly statement: Statement;
  readonly why: string;
}

/** What one reader of a story found. */
export interface ActReading {
  readonly acts: readonly ToldAct[];
  /**
   * Codes on which the reader has the last word: one that is not among its acts was not done. Others that it tells come
   * beside what was coded without it.
   */
  readonly governs: RegExp;
}

/** Reads the acts of one kind of operation; undefined where the note tells none, or tells them in a way it cannot count. */
export type ActReader = (extract: NoteExtract) => ActReading | undefined;

/** An act without side, vessel and modifiers. */
export function act(code: string, statement: Statement, why: string, more: Partial<ToldAct> = {}): ToldAct {
  return { code, units: 1, side: undefined, vessel: undefined, modifiers: [], statement, why, ...more };
}
