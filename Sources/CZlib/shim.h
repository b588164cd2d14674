// The system's zlib, for reading and writing gzip files.
#ifndef PONDER_CZLIB_SHIM_H
#define PONDER_CZLIB_SHIM_H

#include <zlib.h>

#endif
