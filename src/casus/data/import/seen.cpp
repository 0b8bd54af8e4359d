#include "casus/data/import/seen.hpp"

#include <cstring>
#include <utility>

namespace casus::data {

namespace {

constexpr std::size_t first_slots = 1024;

} // namespace

void Fingerprint::add(std::string_view bytes) {
    std::uint64_t word = 0;
    std::size_t at = 0;
    for (; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        add(word);
    }
    word = 0;
    if (at < bytes.size()) std::memcpy(&word, bytes.data() + at, bytes.size() - at);
    add(word ^ (std::uint64_t{bytes.size()} << 56));
}

Seen::Seen() : slots_(first_slots) {}

std::size_t Seen::place_of(Slot const& slot) const {
    std::size_t const mask = slots_.size() - 1;
    std::size_t at = slot.low & mask;
    while ((slots_[at].low | slots_[at].high) != 0 && (slots_[at].low != slot.low || slots_[at].high != slot.high))
        at = (at + 1) & mask;
    return at;
}

void Seen::grow() {
    std::vector<Slot> const before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 4));
    for (Slot const& slot : before)
        if ((slot.low | slot.high) != 0) slots_[place_of(slot)] = slot;
}

bool Seen::insert(Fingerprint const& print) {
    Slot const slot{print.low(), print.high() | 1}; // never the mark of a free slot
    std::size_t const at = place_of(slot);
    if (slots_[at].high != 0) return true;
    slots_[at] = slot;
    if (++taken_ * 2 > slots_.size()) grow();
    return false;
}

} // namespace casus::data
