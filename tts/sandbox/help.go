package sandbox

// FaultHelp lists what ParseFaults understands, for people.
const FaultHelp = `  latency=200ms      before the first byte
  pace=1x            chunks come at this multiple of real time
  chunk=100ms        audio in a chunk
  rate_limit=2       the next requests with the same list are refused
  retry_after=3      seconds, in the header of such a refusal
  status=503         an HTTP status without any host's body
  gateway=Arrearage  a gateway's error; Arrearage@3000 after so many bytes of audio
  code=1026          an error of base_resp; 1026@3000 after so many bytes of audio
  cut=5000           the connection ends after so many bytes of audio
  stall=500ms@20000  one pause, after so many bytes of audio
  idle=2s            a WebSocket ends when nothing has passed for so long (else 120s)
  aggregate=on       on, off or always: the whole take once more at the end
  extra_info=every   every or last: the frames that have it
  odd_hex bad_hex garbage no_last empty odd_bytes id3
                     frames that are wrong, missing or unusual
  gzip crlf one_lf done comments trickle
                     the same answer in an unusual form`
