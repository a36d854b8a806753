/** Pairs of letters that next to no name has, in any language written in Latin letters that we have names of. */
const strangePairs = `
bq bx cb cf cg cj cp cv cw cx dx fb fc fd fg fh fj fk fm fn fp fq fv fw fx fz gc gf gq gv gx hc hf hg hp hx hz jq jw jx jy
kb kc kf kj kq kx kz lx mj mx mz pb pc pg pj pk pm pn pq pv pw px pz qb qc qd qf qg qh qj qk ql qm qn qp qq qr qs qt qw qx qy qz
rq rx sx tf tg tj tk tp tq uq uw vb vc vf vg vh vj vk vm vp vq vt vw vx vz wb wc wf wg wj wm wp wq wt wu wv ww wx wy wz
xb xc xd xf xg xj xk xl xm xn xp xq xr xs xv xw xx xz yq yw yx zb zc zf zj zp zq zv zx`

const a = 97
const alphabet = 26
const strange = new Uint8Array(alphabet * alphabet)
for (const pair of strangePairs.trim().split(/\s+/))
  strange[(pair.charCodeAt(0) - a) * alphabet + pair.charCodeAt(1) - a] = 1

const vowel = new Uint8Array(alphabet)
for (const letter of 'aeiouy') vowel[letter.charCodeAt(0) - a] = 1

/** Keys beside each other, and what stands for a name when none is given. */
const keyboard = /qwert|azert|asdf|qsdf|zxcv|wxcv|sdfg|fghj|hjkl|jklm|dfgh|poiu|lorem|ipsum/
const stand = /^(?:test|tests|testing|user|utilisateur|admin|bot|null|undefined|aaa+|xxx+|abc+|foo|bar|fake)$/

/** Lower case without accents: `Léa-Zoé` is `lea-zoe`. */
function plainOf(name: string): string {
  for (let at = 0; at < name.length; at += 1)
    if (name.charCodeAt(at) > 127) return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return name.toLowerCase()
}

const shortest = 5
const longRun = 5

/** A word of random letters: no vowel, strange pairs close together, or a long run of consonants with one of them in the word. */
function isGibberish(word: string): boolean {
  if (word.length < shortest) return false
  let pairs = 0
  let vowels = 0
  let run = 0
  let longest = 0
  let before = -1
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - a
    if (vowel[letter] === 1) {
      vowels += 1
      run = 0
    } else run += 1
    if (run > longest) longest = run
    if (before >= 0 && strange[before * alphabet + letter] === 1) pairs += 1
    before = letter
  }
  if (vowels === 0 || pairs * 4 >= word.length) return true
  return (longest >= longRun && pairs >= 1) || (pairs >= 2 && word.length <= 10)
}

const latinWord = /[a-z]+/g
/** A word with a letter we do not know is not judged by those we do: cut at it, a piece of it would be. */
const otherLetter = /[^\u0000-\u007F]/

const isOneLetter = (plain: string): boolean => /^(\p{L})(?:[\s-]*\1){3,}$/u.test(plain)

/**
 * Whether a name looks made by a machine: digits in it, keys in a row, one letter repeated, random letters. Names in other scripts
 * and short ones are never judged by their letters.
 */
export function hasMachineShape(name: string): boolean {
  if (/\d/.test(name)) return true
  const plain = plainOf(name)
  if (keyboard.test(plain) || isOneLetter(plain)) return true
  if (otherLetter.test(plain)) return false
  const words = plain.match(latinWord) ?? []
  let stands = 0
  for (const word of words) {
    if (isGibberish(word)) return true
    if (stand.test(word)) stands += 1
  }
  return stands > 0 && stands === words.length
}
