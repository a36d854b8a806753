import { expect, test } from 'vitest'
import { BadForm } from './form-fields.server.ts'
import { fieldsOfStart, readMultipart } from './multipart.server.ts'

const type = 'multipart/form-data; boundary=----edge'
const part = (disposition: string, value: string | Buffer, more = '') =>
  Buffer.concat([
    Buffer.from(`------edge\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
const whole = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from('------edge--\r\n')])
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff])

test('fields and files of a form are read as they were sent', async () => {
  const { fields, files } = await readMultipart(
    whole(
      part('name="name"', 'Fédération « été »'),
      part('name="twice"', 'a'),
      part('name="twice"', 'b'),
      part('name="logo"; filename="été.png"', png, 'Content-Type: image/png\r\n'),
    ),
    type,
  )
  expect(fields).toEqual(
    new Map([
      ['name', ['Fédération « été »']],
      ['twice', ['a', 'b']],
    ]),
  )
  expect(files.get('logo')?.map((file) => Buffer.from(file))).toEqual([png])
})

test('a file field in which nothing was chosen is no file', async () => {
  const body = whole(part('name="logo"; filename=""', '', 'Content-Type: application/octet-stream\r\n'))
  expect((await readMultipart(body, type)).files.size).toBe(0)
})

test('what a browser makes of a form is what is read', async () => {
  const form = new FormData()
  form.set('name', 'Ligue')
  form.set('logo', new File([png], 'logo.png', { type: 'image/png' }))
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const { fields, files } = await readMultipart(
    Buffer.from(await request.arrayBuffer()),
    request.headers.get('content-type') ?? '',
  )
  expect(fields.get('name')).toEqual(['Ligue'])
  expect(files.get('logo')?.[0]).toHaveLength(png.length)
})

test.each([
  ['no boundary', 'multipart/form-data', whole(part('name="a"', 'b'))],
  ['another boundary', 'multipart/form-data; boundary=other', whole(part('name="a"', 'b'))],
  ['no end', type, part('name="a"', 'b')],
  ['broken UTF-8', type, whole(part('name="a"', Buffer.from([0xc3, 0x28])))],
  ['NUL', type, whole(part('name="a"', 'a\u0000b'))],
  ['too many parts', type, whole(...Array.from({ length: 61 }, (_, at) => part(`name="f${at}"`, 'x')))],
])('a form with %s is refused', async (_, contentType, body) => {
  await expect(readMultipart(body, contentType)).rejects.toThrow(BadForm)
})

test('a form of too many parts is refused by their edges alone, before anything is made of them', async () => {
  // No part of it has a header: whoever parsed it would say that it is no form.
  const edges = Buffer.from('------edge\r\n'.repeat(63_000))
  await expect(readMultipart(edges, type)).rejects.toThrow(new BadForm('too many parts'))
  await expect(readMultipart(edges, 'multipart/form-data; boundary="----edge"')).rejects.toThrow('too many parts')
})

test('a form of sixty parts is read, also under a boundary in quotes', async () => {
  const body = whole(...Array.from({ length: 60 }, (_, at) => part(`name="f${at}"`, 'x')))
  expect((await readMultipart(body, 'multipart/form-data; charset=utf-8; boundary="----edge"')).fields.size).toBe(60)
})

test('files of one field keep their order, and an empty one that has a name is a file', async () => {
  const file = (value: string) => part('name="files"; filename="a"', value, 'Content-Type: image/png\r\n')
  const { files } = await readMultipart(whole(file('one'), file(''), file('three')), type)
  expect(files.get('files')?.map((bytes) => Buffer.from(bytes).toString())).toEqual(['one', '', 'three'])
})

test('of a form that is cut off, the fields that came whole are read', async () => {
  const sent = whole(
    part('name="story"', 'Le récit'),
    part('name="files"; filename="a"', png),
    part('name="late"', 'x'),
  )
  for (const [at, names] of [
    [sent.length, ['story', 'late']],
    [sent.length - 25, ['story']],
    [60, []],
    [10, []],
  ] as const)
    expect([at, [...(await fieldsOfStart(sent.subarray(0, at), type)).keys()]]).toEqual([at, names])
  expect((await fieldsOfStart(sent, 'multipart/form-data')).size).toBe(0)
})
