import { expect, test } from 'vitest'
import { hasMachineShape } from './name-shape.ts'

const people = `
Camille Martin|Jean-François Lefèvre|Élodie N’Diaye|Łukasz Brzęczyszczykiewicz|Nguyễn Thị Phương|Ng|Ève Le Goff|Wojciech Szczepański
Gjergj Xhaka|Laurent Gbagbo|Kwame Nkrumah|Rijk Dijkstra|Karin Blomqvist|Miroslav Čtvrtníček|Itxaso Etxeberria|Zgjim Hoxha|Hrvoje Grgić
Ahmed Ben Abdelkrim|محمد الفاتح|Иван Сергеевич Щербаков|王小明|Mkhize Ngcobo|Friedrich Nietzsche|Rhys Llywelyn|Vlk Strč|Qing Xu|Iqbal Siddiqui
Krzysztof Zbigniew|Bjørk Guðmundsdóttir|Tsvetana Pencheva|Mchedlishvili Giorgi|Sjöqvist Åke|Öztürk Özgür|Akpakpo Kossi|Mbappé Djomo
Smrčka Šťastný|Anne-Laure Schwartzkopf|O’Connor McFly|Ana Ćwiąkała|T. K.|J.-P. Dupont|Marie-Thérèse de La Rochefoucauld|Mvondo Mvogo|Lakshmi Krishnamurthy
Bob Null-Martin|Maria Lorena Prats|Étienne Test|Hélène Xuereb|Dwight Schrute|Siobhán Ní Mhaoláin|Ngô Quỳnh|Abdelghani Ouahbi|Thérèse Kpodo|Yves Quiniou
Léon Gontran Damas|Pham Van Đồng|Kjersti Fjellheim|Herzberg Ruth|Zeqiri Fatmir|Anh Thư|Jytte Hjort|Szymborska Wisława|Ó Súilleabháin Micheál|Ildikó Nagy`
  .trim()
  .split(/[|\n]/)

test.each(people)('%s is a name', (name) => {
  expect(hasMachineShape(name)).toBe(false)
})

test.each([
  'Jean Martin 4821',
  'user8831',
  'Xkqvjw Bzrtpl',
  'qwertyuiop',
  'Azerty Uiop',
  'aaaaaaa',
  'Test Test',
  'fghjkl dfgh',
  'Pzvxk Wqtrd',
  'Zxqwv',
  'Bcdfghj Klmnp',
  'sdfgh sdfgh',
])('%s is none that people have', (name) => {
  expect(hasMachineShape(name)).toBe(true)
})
