import { hidden } from './limits'

/**
 * A text that somebody types or pastes, without characters that hide, turn or end a line of it; line breaks stay, so that a
 * note may have several lines. Files are refused for the same characters: what is kept here can be taken home and opened again.
 */
export function withoutHidden(text: string): string {
  return text.replace(new RegExp(hidden, 'gu'), (found) => (found === '\n' ? found : ''))
}
