import PonderReport
import Testing

struct ChartPlacementTests {
    private func places(_ xs: Double...) -> [ChartPlacement] {
        xs.map { ChartPlacement(x: $0, y: 50) }
    }

    @Test func `marks of equal spend stand apart and curves stay in place`() {
        let marks = [places(100), places(100, 200), places(100), places(100), places(150)]
        let spread = ChartPlacement.spread(marks)
        #expect(spread[1] == marks[1])
        #expect(spread[4] == marks[4])
        let crowd = [spread[0][0].x, spread[1][0].x, spread[2][0].x, spread[3][0].x].sorted()
        for (left, right) in zip(crowd, crowd.dropFirst()) { #expect(right - left >= 11) }
        // Nobody goes further than the crowd makes necessary.
        #expect(crowd.allSatisfy { abs($0 - 100) <= 24 })
    }

    @Test func `marks at other heights move only as far as their whiskers need`() {
        let high = ChartPlacement(x: 100, y: 10)
        let low = ChartPlacement(x: 100, y: 90)
        let moved = ChartPlacement(x: 106, y: 90)
        #expect(ChartPlacement.spread([[high], [low]]) == [[high], [moved]])
    }

    @Test func `labels cover neither marks nor each other`() {
        let places = (0..<12).map { index in
            ChartPlacement(x: 100 + Double(index) * 7, y: 100 + Double(index % 3) * 8)
        }
        let marks = places.enumerated().map { index, place in
            ChartLabels.Mark(text: "\(index)", style: index, place: place)
        }
        let labels = ChartLabels(marks, layout: .narrow).placed
        #expect(!labels.isEmpty)
        for (index, label) in labels.enumerated() {
            let left = label.anchor == "start" ? label.x : label.x - 7
            for place in places {
                let isBeside = left > place.x + 5 || left + 7 < place.x - 5
                let isAboveOrBelow = label.y < place.y - 5 || label.y - 9 > place.y + 5
                #expect(isBeside || isAboveOrBelow)
            }
            for other in labels[(index + 1)...] {
                #expect(abs(other.x - label.x) > 6 || abs(other.y - label.y) > 11)
            }
        }
    }

    @Test func `a label at the edge turns inwards`() {
        let edge = ChartLabels.Mark(text: "16", style: 0, place: ChartPlacement(x: 348, y: 100))
        let labels = ChartLabels([edge], layout: .narrow).placed
        #expect(labels.map(\.anchor) == ["end"])
    }
}
