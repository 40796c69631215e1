import { atom } from 'jotai/vanilla'
import { drawsOf } from '../../lib/engine/draws'
import { packModelAtom } from './url'

/** The draws that every assignment shares, and my version with the pack. */
export const drawsAtom = atom((get) => drawsOf(get(packModelAtom)))
