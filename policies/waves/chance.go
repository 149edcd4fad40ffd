package waves

import "math/bits"

// chance gives the same numbers for the same seeds everywhere, and for all time: the plan of last week must come out again
// after an update. It is SplitMix64 (Steele, Lea and Flood 2014).
type chance struct{ state uint64 }

func newChance(seed, stream uint64) *chance {
	c := &chance{state: seed}
	c.state = c.next() ^ stream
	return c
}

func (c *chance) next() uint64 {
	c.state += 0x9e3779b97f4a7c15
	z := c.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below is a number from 0 to n-1.
func (c *chance) below(n int) int {
	high, _ := bits.Mul64(c.next(), uint64(n))
	return int(high)
}

func (c *chance) shuffle(list []int32) {
	for i := len(list) - 1; i > 0; i-- {
		j := c.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}

// temperatures is how finely chance decides about a step that makes a plan dearer.
const temperatures = 1 << 10

// patience are, for temperatures evenly spread chances c, -ln(c) in 1/65536: floats differ between processors, so that
// they are counted in integers.
var patience = func() (table [temperatures]int64) {
	for i := range table {
		table[i] = negativeLog(uint64(2*i+1), 2*temperatures)
	}
	return table
}()

// negativeLog is -ln(a/b) in 1/65536, for 0 < a < b < 2^16: the binary logarithm bit by bit, times ln 2.
func negativeLog(a, b uint64) int64 {
	const ln2 = 45426 // ln 2 in 1/65536
	whole := bits.Len64(b/a) - 1
	x := (b << 32) / (a << whole) // between 1 and 2, in 1/2^32
	log := int64(whole) << 16
	for bit := int64(1) << 15; bit > 0; bit >>= 1 {
		high, low := bits.Mul64(x, x)
		x = high<<32 | low>>32
		if x >= 2<<32 {
			x >>= 1
			log += bit
		}
	}
	return log * ln2 >> 16
}

// degree is how many parts a unit of the costs has in a temperature: costs may be small numbers, and temperatures fall slowly.
const degree = 1 << 10

// accepts tells whether a step that makes a plan dearer by rise is taken at a temperature.
func accepts(rise, temperature int64, r *chance) bool {
	if rise <= 0 {
		return true
	}
	limit := patience[r.next()%temperatures]
	high, low := bits.Mul64(uint64(temperature), uint64(limit))
	return high > 0 || uint64(rise) <= low/(1<<16*degree)
}
